/** Cashback over HTTP. */
@NullMarked
package org.guildhall.cashback.web;

import org.jspecify.annotations.NullMarked;
