/** Code of an application in the EAR: folds and handlers that tests deploy beside Trove. */
package io.trove.container.code;
