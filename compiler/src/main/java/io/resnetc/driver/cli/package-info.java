/**
 * The command line. Every command is a small class; {@link io.resnetc.driver.cli.Failures} alone
 * decides what a failure prints and which exit code it gives. Tests run {@link
 * io.resnetc.driver.cli.Main#run} in their own process.
 */
package io.resnetc.driver.cli;
