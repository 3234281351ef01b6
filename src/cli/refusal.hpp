#pragma once
// A command line that is not understood, told in words a user can act on: what is wrong, what was probably meant, where the help is.
#include "findings/failure.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace yongdi::cli {

// For what the parser itself refuses. A mistyped switch goes first, because it is the usual reason why something else seems to be missing.
findings::Failure refusal(const CLI::App& program, const CLI::ParseError& error);
// Throws findings::Failure (Exit::usage) for words that mean nothing, and when there is no command at all.
void refuse_leftovers(const CLI::App& program);

}  // namespace yongdi::cli
