/** The officials' console: pages over what the API offers, for who works in a browser. Every page works without script. */
@NullMarked
package io.feverline.registry.console;

import org.jspecify.annotations.NullMarked;
