/**
 * Where JSON stops: resources, their documents, and problems. A parameter under a constraint has the annotation of
 * Jakarta REST ({@code @QueryParam}): a problem names no others.
 */
@NullMarked
package io.feverline.registry.rest;

import org.jspecify.annotations.NullMarked;
