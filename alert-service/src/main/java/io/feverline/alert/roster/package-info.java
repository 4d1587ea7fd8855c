/**
 * Who is on duty in which unit, when nobody is, and what one shift tells the next.
 */
@NullMarked
package io.feverline.alert.roster;

import org.jspecify.annotations.NullMarked;
