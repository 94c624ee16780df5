/** Finance over HTTP. */
@NullMarked
package org.guildhall.finance.web;

import org.jspecify.annotations.NullMarked;
