/** The HTTP face of access. */
@NullMarked
package org.guildhall.access.web;

import org.jspecify.annotations.NullMarked;
