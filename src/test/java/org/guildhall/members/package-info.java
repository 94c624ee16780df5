/** The registry: rules, records, lists and the story over HTTP. */
@NullMarked
package org.guildhall.members;

import org.jspecify.annotations.NullMarked;
