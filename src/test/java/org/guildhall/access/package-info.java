@NullMarked
package org.guildhall.access;

import org.jspecify.annotations.NullMarked;
