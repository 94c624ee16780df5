/** Benefits over HTTP. */
@NullMarked
package org.guildhall.benefits.web;

import org.jspecify.annotations.NullMarked;
