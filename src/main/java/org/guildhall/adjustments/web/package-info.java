/** Changes by hand over HTTP. */
@NullMarked
package org.guildhall.adjustments.web;

import org.jspecify.annotations.NullMarked;
