/** Log-in, sessions, API keys and the filter that binds whoever asks to the request. */
@NullMarked
package org.guildhall.access.login;

import org.jspecify.annotations.NullMarked;
