/**
 * What counts as a fever: a versioned policy with one rule per measuring site, and the verdict it gives. The policy
 * also says when fevers are a cluster and when something is wrong with a device.
 */
@NullMarked
package io.feverline.alert.rule;

import org.jspecify.annotations.NullMarked;
