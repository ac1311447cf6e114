import { between, pick } from "./chance.ts";

export interface Villager {
  name: string;
  gender: "female" | "male";
  age: number;
}

/** Where names come from: Java's centre and east, Sunda in its west, and the mixed east of Borneo. */
export type Tradition = "java" | "sunda" | "borneo";

/** At most 24 invented adults of 25 to 70, no two with the same first name. The same `random` gives the same people. */
export function inventVillagers(count: number, tradition: Tradition, random: () => number, taken: readonly string[] = []): Villager[] {
  const firstNames = new Set(taken.map(firstNameOf));
  const villagers: Villager[] = [];
  while (villagers.length < count) {
    const villager = inventVillager(tradition, random);
    const firstName = firstNameOf(villager.name);
    if (firstNames.has(firstName)) continue;
    firstNames.add(firstName);
    villagers.push(villager);
  }
  return villagers;
}

function firstNameOf(name: string): string {
  return name.split(" ")[0] as string;
}

function inventVillager(tradition: Tradition, random: () => number): Villager {
  // Somewhat more women than men come to the classes, and more of the old than of the young.
  const gender = random() < 0.58 ? "female" : "male";
  const age = Math.max(between(25, 70, random), between(25, 70, random));
  const { elder, younger, second } = nameParts[tradition][gender];
  const first = pick(age >= 48 ? elder : younger, random);
  const hasOneName = age >= 48 && random() < 0.45;
  return { name: hasOneName ? first : `${first} ${pick(second, random)}`, gender, age };
}

interface NameParts {
  elder: readonly string[];
  younger: readonly string[];
  second: readonly string[];
}

const nameParts: Record<Tradition, Record<Villager["gender"], NameParts>> = {
  java: {
    female: {
      elder: ["Sumarni", "Suparmi", "Lastri", "Tukinem", "Sutinah", "Marsiyem", "Katini", "Siti Aminah", "Sulasmi", "Warsini", "Painem", "Rukmini", "Mujiati", "Sriatun", "Wagiyem"],
      younger: ["Dwi", "Endang", "Wiwik", "Nur", "Yuni", "Rini", "Eka", "Ratna", "Anik", "Titik", "Indah", "Puji"],
      second: ["Rahayu", "Lestari", "Wulandari", "Astuti", "Handayani", "Setyowati", "Ningsih", "Utami", "Kusrini", "Purwanti"],
    },
    male: {
      elder: ["Suyanto", "Paijo", "Slamet", "Sukarman", "Tukiran", "Wagiman", "Ngadimin", "Supardi", "Mulyono", "Sutrisno", "Jumadi", "Kasmin", "Sugeng", "Parlan"],
      younger: ["Agus", "Eko", "Heri", "Budi", "Joko", "Yudi", "Andik", "Imam", "Didik", "Bambang"],
      second: ["Santoso", "Prasetyo", "Widodo", "Riyanto", "Susilo", "Wahyudi", "Hariyanto", "Utomo", "Setiawan", "Purnomo"],
    },
  },
  sunda: {
    female: {
      elder: ["Enok", "Eutik", "Iyam", "Rokayah", "Juju", "Onah", "Kokom", "Entin", "Cicih", "Iis", "Eneng", "Aisah", "Mimin"],
      younger: ["Neng", "Lilis", "Euis", "Ai", "Imas", "Yeni", "Teti", "Rina", "Elis", "Nia"],
      second: ["Komalasari", "Rohaeni", "Nurhayati", "Suryani", "Kurniasih", "Sumiati", "Rosmawati", "Mulyani", "Yuningsih", "Solihat"],
    },
    male: {
      elder: ["Asep", "Ujang", "Dadang", "Maman", "Engkos", "Oman", "Udin", "Aceng", "Endang", "Uci", "Karna", "Jajang"],
      younger: ["Cecep", "Deden", "Iwan", "Ade", "Yayan", "Tatang", "Rudi", "Dani", "Wawan", "Dian"],
      second: ["Suryana", "Kurniawan", "Hidayat", "Sutisna", "Permana", "Rustandi", "Mulyana", "Sopandi", "Suherman", "Gunawan"],
    },
  },
  borneo: {
    female: {
      elder: ["Arbainah", "Halimah", "Masitah", "Norsiah", "Rusmini", "Hadijah", "Jumiati", "Sitti", "Maryam", "Salasiah", "Aminah", "Suwarni"],
      younger: ["Nor", "Rahmah", "Yulia", "Ita", "Wahidah", "Fitri", "Erna", "Mariati", "Lina", "Hasnah"],
      second: ["Aini", "Hayati", "Wati", "Lestari", "Kartini", "Safitri", "Rahmawati", "Jannah", "Susanti", "Handayani"],
    },
    male: {
      elder: ["Abdul", "Syahrani", "Arbain", "Basri", "Mahmud", "Tamrin", "Hasan", "Jamal", "Sarkani", "Idris", "Kaspul", "Sukardi"],
      younger: ["Rahmat", "Muhammad", "Hendri", "Yusran", "Fauzi", "Rusli", "Andi", "Herman", "Saiful", "Anton"],
      second: ["Rahman", "Effendi", "Anwar", "Noor", "Saputra", "Hidayat", "Ramli", "Kadir", "Wahab", "Setiawan"],
    },
  },
};
