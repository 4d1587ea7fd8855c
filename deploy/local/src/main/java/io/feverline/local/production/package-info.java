/** What an installation needs before its services start: topics, and the files of keys. */
@NullMarked
package io.feverline.local.production;

import org.jspecify.annotations.NullMarked;
