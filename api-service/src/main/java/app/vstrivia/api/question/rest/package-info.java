/** The question bank over HTTP: {@code /v1/categories} and {@code /v1/imports}. */
package app.vstrivia.api.question.rest;
