/**
 * {@code deploy/backup} and {@code deploy/restore}: both databases, table by table as the catalogue lists them, in one
 * file that says what is in it, and from there into empty databases that are held against it afterwards.
 */
@NullMarked
package io.feverline.local.backup;

import org.jspecify.annotations.NullMarked;
