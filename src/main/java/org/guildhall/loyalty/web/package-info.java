/** Loyalty over HTTP. */
@NullMarked
package org.guildhall.loyalty.web;

import org.jspecify.annotations.NullMarked;
