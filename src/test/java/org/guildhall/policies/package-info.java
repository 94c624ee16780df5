@NullMarked
package org.guildhall.policies;

import org.jspecify.annotations.NullMarked;
