/**
 * Imports of large files, as jobs. The file waits in the private bucket; a row, the first event of its stream {@code
 * import:…}, the right of its owner to watch that, and the job are written in one transaction. The job imports in steps, each
 * of which adds questions and notes how far it came in one transaction, so that another run goes on from there. Tables: {@code
 * question_import}, {@code question_import_part}. Events: {@code import-accepted}, {@code import-progress}, {@code
 * import-ended}. A week after the end everything but the questions goes.
 *
 * <p>What must never happen: a question that is counted twice, a step that is added and not noted, one that is added after
 * the import was cancelled, or a file that stays in the bucket.
 */
package app.vstrivia.api.question.importing.background;
