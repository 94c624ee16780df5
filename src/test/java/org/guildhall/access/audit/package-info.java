@NullMarked
package org.guildhall.access.audit;

import org.jspecify.annotations.NullMarked;
