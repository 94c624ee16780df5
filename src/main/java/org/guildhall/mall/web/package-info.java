/** The rewards mall over HTTP. */
@NullMarked
package org.guildhall.mall.web;

import org.jspecify.annotations.NullMarked;
