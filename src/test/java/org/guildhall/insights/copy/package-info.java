@NullMarked
package org.guildhall.insights.copy;

import org.jspecify.annotations.NullMarked;
