/** The ledger over HTTP. */
@NullMarked
package org.guildhall.ledger.web;

import org.jspecify.annotations.NullMarked;
