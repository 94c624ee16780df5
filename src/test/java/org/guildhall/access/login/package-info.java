@NullMarked
package org.guildhall.access.login;

import org.jspecify.annotations.NullMarked;
