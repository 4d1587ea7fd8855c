/** Where JSON stops: resources, their documents, and problems. */
@NullMarked
package io.feverline.registry.rest;

import org.jspecify.annotations.NullMarked;
