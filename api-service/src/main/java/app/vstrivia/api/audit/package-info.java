/**
 * Who did what to whom, when, from where ({@code audit_event}). Features tell it with {@link
 * app.vstrivia.api.audit.AuditLog}, in the transaction of the change where there is one, so that neither is there without
 * the other. Which acts there are stands in {@link app.vstrivia.api.audit.AuditAction}.
 *
 * <p>What must never happen: a row that is changed or taken away by this service, an entry about a change that was rolled
 * back, or a secret in an entry.
 */
package app.vstrivia.api.audit;
