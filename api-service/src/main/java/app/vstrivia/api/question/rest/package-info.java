/**
 * The question bank over HTTP: {@code /v1/categories}, {@code /v1/questions}, {@code /v1/imports} and
 * {@code /v1/exports/questions}.
 */
package app.vstrivia.api.question.rest;
