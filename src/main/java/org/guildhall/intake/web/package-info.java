/** The HTTP face of imports. */
@NullMarked
package org.guildhall.intake.web;

import org.jspecify.annotations.NullMarked;
