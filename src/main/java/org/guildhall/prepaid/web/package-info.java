/** Stored value over HTTP. */
@NullMarked
package org.guildhall.prepaid.web;

import org.jspecify.annotations.NullMarked;
