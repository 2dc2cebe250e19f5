/** Keeps a service with unsafe settings from starting in production. */
package app.vstrivia.realtime.platform.production;
