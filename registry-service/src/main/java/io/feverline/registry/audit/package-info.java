/**
 * Who did what, when, and why, reads included: written in the transaction of what it tells, chained by hashes, and its
 * end signed and published, so that nobody can change it unnoticed.
 */
@NullMarked
package io.feverline.registry.audit;

import org.jspecify.annotations.NullMarked;
