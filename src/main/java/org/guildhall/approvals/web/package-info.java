/** The operations over HTTP. */
@NullMarked
package org.guildhall.approvals.web;

import org.jspecify.annotations.NullMarked;
