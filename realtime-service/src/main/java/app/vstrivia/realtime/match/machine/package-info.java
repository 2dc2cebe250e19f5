/**
 * The rules by which a match moves, as a pure function: (state, facts, now) gives the next state, the events and the
 * points. No clock, no randomness, no database and no framework comes in here.
 *
 * <pre>
 *  LOBBY ──start (api-service)──▶ STARTING ──▶ ANNOUNCED ──▶ OPEN ──▶ SEALED ──▶ REVEALED ──▶ FINISHED
 *    │                               │             ▲                               │  │          ▲
 *    │ never started                 │ hold        └───────────── next round ──────┘  │ hold     │ last round,
 *    ▼                               ▼                                                ▼          │ host's end,
 *  FINISHED                        PAUSED ◀─────────────────────────────────────── PAUSED ──────┘ nobody left
 * </pre>
 */
package app.vstrivia.realtime.match.machine;
