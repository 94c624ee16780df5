@NullMarked
package org.guildhall.policies.forms;

import org.jspecify.annotations.NullMarked;
