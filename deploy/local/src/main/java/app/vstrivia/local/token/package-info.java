/** Access tokens for the operator, signed with the key of the running system. No key and no token is ever printed. */
package app.vstrivia.local.token;
