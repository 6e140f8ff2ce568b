/**
 * Python's pickle format, as data. A pickle is a program for a small stack machine that may import
 * and call anything that Python can; this one reads only the instructions that build numbers,
 * strings, tuples, lists and dictionaries, asks its caller what each global stands for, and can
 * call nothing but what the caller handed it. There is no way from a name in a file to a class.
 */
package io.resnetc.checkpoint.pickle;
