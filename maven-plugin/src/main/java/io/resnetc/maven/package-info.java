/**
 * The Maven plugin: its one goal compiles a project's models to Java classes before the project's
 * own sources are compiled, again only when something that they are made from has changed. What it
 * does is in {@code Generator}, which knows nothing of Maven; the goal itself takes the
 * configuration and reports.
 */
package io.resnetc.maven;
