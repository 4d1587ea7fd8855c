/**
 * What counts as a fever: a versioned policy with one rule per measuring site, and the verdict it gives.
 */
@NullMarked
package io.feverline.alert.rule;

import org.jspecify.annotations.NullMarked;
