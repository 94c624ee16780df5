/** Figures over HTTP. */
@NullMarked
package org.guildhall.insights.web;

import org.jspecify.annotations.NullMarked;
