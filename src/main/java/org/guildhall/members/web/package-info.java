/** The registry over HTTP. */
@NullMarked
package org.guildhall.members.web;

import org.jspecify.annotations.NullMarked;
