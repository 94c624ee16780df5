/** The HTTP face of policies and the handbook. */
@NullMarked
package org.guildhall.policies.web;

import org.jspecify.annotations.NullMarked;
