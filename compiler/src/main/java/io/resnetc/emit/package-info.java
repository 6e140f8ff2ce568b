/**
 * Writes the Java class. First a finished description (which methods, which names), then JavaPoet:
 * nothing is decided while text is being written. No other package sees JavaPoet.
 */
package io.resnetc.emit;
