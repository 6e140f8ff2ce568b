/** What the machine is like, as far as every other package may ask; it sees none of them. */
package io.resnetc.runtime.machine;
