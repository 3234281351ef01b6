#include "workflow/workers.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <exception>
#include <thread>
#include <utility>

namespace yongdi::workflow {

namespace {

int thread_count(unsigned wanted) { return static_cast<int>(wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency())); }

}  // namespace

struct Pool::State {
  explicit State(int threads) : limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads)), arena(threads) {}
  tbb::global_control limit;
  tbb::task_arena arena;
};

Pool::Pool(unsigned threads) : m_state(std::make_unique<State>(thread_count(threads))) {}
Pool::~Pool() = default;

cadastre::Workers Pool::workers() {
  return [this](std::size_t count, const std::function<void(std::size_t, std::size_t)>& body) {
    m_state->arena.execute([&] {
      tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count), [&](const tbb::blocked_range<std::size_t>& range) { body(range.begin(), range.end()); });
    });
  };
}

void Pool::all(const std::vector<std::function<void()>>& jobs) {
  std::vector<std::exception_ptr> failures(jobs.size());
  m_state->arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, jobs.size(), [&](std::size_t job) {
      try {
        jobs[job]();
      } catch (...) {
        failures[job] = std::current_exception();
      }
    });
  });
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

struct Ahead::State {
  tbb::task_arena& arena;
  tbb::task_group group{};
  std::exception_ptr failure{};
};

Ahead::Ahead(Pool& pool, std::function<void()> job) : m_state(new State{pool.m_state->arena}) {
  m_state->arena.execute([&] {
    m_state->group.run([state = m_state.get(), job = std::move(job)] {
      try {
        job();
      } catch (...) {
        state->failure = std::current_exception();
      }
    });
  });
}

Ahead::~Ahead() {
  m_state->arena.execute([&] { m_state->group.wait(); });
}

void Ahead::wait() {
  m_state->arena.execute([&] { m_state->group.wait(); });
  if (m_state->failure) std::rethrow_exception(std::exchange(m_state->failure, nullptr));
}

}  // namespace yongdi::workflow
