/** The counter over HTTP. */
@NullMarked
package org.guildhall.checkout.web;

import org.jspecify.annotations.NullMarked;
