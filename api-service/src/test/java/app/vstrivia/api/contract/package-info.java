/**
 * The API and its description. {@code OpenApiDocumentTest} compares the committed document with what the service says of
 * itself; {@code FuzzTest} asks every operation for everything and compares the answers with the document; the clients that
 * are generated from it are used by one test each.
 */
package app.vstrivia.api.contract;
