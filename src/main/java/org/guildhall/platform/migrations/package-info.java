/** What of the modules' tables is still to be made when the application starts. */
@NullMarked
package org.guildhall.platform.migrations;

import org.jspecify.annotations.NullMarked;
