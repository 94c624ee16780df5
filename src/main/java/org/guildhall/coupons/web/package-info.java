/** Batches and coupons over HTTP. */
@NullMarked
package org.guildhall.coupons.web;

import org.jspecify.annotations.NullMarked;
