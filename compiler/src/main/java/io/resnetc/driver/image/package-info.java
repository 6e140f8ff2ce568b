/**
 * From an image file to a network's input: decoding, orientation, resizing and cropping, and the
 * normalisation that the model's input declaration asks for. Nothing here knows of commands.
 */
package io.resnetc.driver.image;
