type Enter = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets so many in at once; the others wait, however long, in the order they came. */
export function waitingRoom(places: number): Enter {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** A waiting room of which nobody holds more than `each` places: whoever asks for more waits outside, and keeps no one out. */
export function sharedWaitingRoom(
  places: number,
  each: number,
): <T>(who: string, work: () => Promise<T>) => Promise<T> {
  const enter = waitingRoom(places);
  const doors = new Map<string, { enter: Enter; present: number }>();
  return async (who, work) => {
    const door = doors.get(who) ?? { enter: waitingRoom(each), present: 0 };
    doors.set(who, door);
    door.present += 1;
    try {
      return await door.enter(() => enter(work));
    } finally {
      door.present -= 1;
      if (door.present === 0) doors.delete(who);
    }
  };
}
