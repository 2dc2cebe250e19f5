/**
 * What a request is known by: its id ({@code RequestIds}), and beside that in logs who asks and for which match ({@code
 * LogKeys}).
 */
package app.vstrivia.api.platform.requestid;
