/** A door with a script of misbehaviour, and the judgement of how a gateway bore it. */
@NullMarked
package io.feverline.gateway.conformance;

import org.jspecify.annotations.NullMarked;
