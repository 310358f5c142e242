/// The rules of the house as tests.
///
/// This folder is compiled into the tests of every module (see the root `pom.xml`), so that each checks its own classes
/// as soon as it is built. The rules about text and folders stand beside them in the tests of `sync-core`.
@NullMarked
package io.evertill.house;

import org.jspecify.annotations.NullMarked;
